export { type JsonLinesOptions, jsonLines } from './journal/json-lines.ts';
export { memoryJournal } from './journal/memory.ts';
export { type PostgresJournalOptions, postgresJournal } from './journal/postgres.ts';
export { type RedisJournalOptions, redisJournal } from './journal/redis.ts';
export { type SqliteOptions, sqlite } from './journal/sqlite.ts';
