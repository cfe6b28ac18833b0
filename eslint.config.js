import { lintConfig } from './infra/checks/lint/config.ts';

export default lintConfig(import.meta.dirname);
