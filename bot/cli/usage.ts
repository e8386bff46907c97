import { CommanderError } from 'commander';

export function isUsageFault(error: unknown): error is CommanderError {
  return error instanceof CommanderError;
}

/** commander's English, told in Chinese first. */
export function usageText(error: CommanderError): string {
  const quoted = /'([^']+)'/u.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${quoted}”这个命令;看全部:qunshao --help (unknown command)`;
    case 'commander.unknownOption':
      return `没有“${quoted}”这个选项;看用法:在命令后加 --help (unknown option)`;
    case 'commander.missingArgument':
      return `缺少参数 ${quoted};看用法:在命令后加 --help (missing argument)`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项 ${quoted};看用法:在命令后加 --help (missing option)`;
    case 'commander.optionMissingArgument':
      return `选项 ${quoted} 后面要写一个值 (option needs a value)`;
    case 'commander.excessArguments':
      return '参数太多;看用法:在命令后加 --help (too many arguments)';
    case 'commander.help':
      return '请写一个命令;看全部:qunshao --help (which command?)';
    default:
      return `用法不对:${error.message}`;
  }
}
