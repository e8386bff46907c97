import type { OperatingTelling } from '../../../src/core/model/telling/operating.js';
import { NOW } from './model.js';

export const OPERATING_TELLINGS: Readonly<Record<OperatingTelling['kind'], readonly OperatingTelling[]>> = {
  'records-stopped': [{ kind: 'records-stopped', groupName: '分会群' }],
  'records-not-now': [{ kind: 'records-not-now' }],
  'records-again': [
    { kind: 'records-again', groupName: '分会群', from: NOW, lost: 3, timezone: 'Asia/Shanghai' },
  ],
};
