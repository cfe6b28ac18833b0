export { DomainError, type ErrorDetail, type FieldIssue } from './domain-error.js';
export { ProblemFilter } from './problem.filter.js';
export { problemFrom, type Problem } from './problem.js';
