export { decodeCursor, encodeCursor, pageFrom } from './cursor.js';
