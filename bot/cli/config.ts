import { configSchema } from '../../src/config/schema.js';

/** What `qunshao config schema` prints: the JSON Schema of the configuration file. */
export function configSchemaText(): string {
  return `${JSON.stringify(configSchema(), null, 2)}\n`;
}
