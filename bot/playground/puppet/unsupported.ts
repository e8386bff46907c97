import * as PUPPET from 'wechaty-puppet';

const unsupported = PUPPET.throwUnsupportedError;

/** Every call that a group's keeper does not need; each throws Wechaty's own "unsupported" error. */
export abstract class LimitedPuppet extends PUPPET.Puppet {
  override async contactSelfName(): Promise<void> {
    return unsupported();
  }

  override async contactSelfQRCode(): Promise<string> {
    return unsupported();
  }

  override async contactSelfSignature(): Promise<void> {
    return unsupported();
  }

  override async contactPhone(): Promise<void> {
    return unsupported();
  }

  override async contactCorporationRemark(): Promise<void> {
    return unsupported();
  }

  override async contactDescription(): Promise<void> {
    return unsupported();
  }

  override async conversationReadMark(): Promise<void> {
    return unsupported();
  }

  override async friendshipAdd(): Promise<void> {
    return unsupported();
  }

  override async friendshipSearchPhone(): Promise<string | null> {
    return unsupported();
  }

  override async friendshipSearchHandle(): Promise<string | null> {
    return unsupported();
  }

  override async messageSendPost(): Promise<void> {
    return unsupported();
  }

  override async postRawPayload(): Promise<never> {
    return unsupported();
  }

  override async postRawPayloadParser(): Promise<never> {
    return unsupported();
  }

  override async postPublish(): Promise<void> {
    return unsupported();
  }

  override async postSearch(): Promise<never> {
    return unsupported();
  }

  override async roomAvatar(): Promise<never> {
    return unsupported();
  }

  override async roomCreate(): Promise<string> {
    return unsupported();
  }

  override async roomQRCode(): Promise<string> {
    return unsupported();
  }

  override async tagContactAdd(): Promise<void> {
    return unsupported();
  }

  override async tagContactDelete(): Promise<void> {
    return unsupported();
  }

  override async tagContactList(): Promise<string[]> {
    return unsupported();
  }

  override async tagContactRemove(): Promise<void> {
    return unsupported();
  }

  override async tap(): Promise<void> {
    return unsupported();
  }

  override async tapSearch(): Promise<never> {
    return unsupported();
  }
}
