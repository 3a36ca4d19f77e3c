export type { Count, RateStore } from './requirements/rate-limit.ts';
export { type MemoryStoreOptions, memoryStore } from './store/memory.ts';
export { type PostgresStoreOptions, postgresStore, type Queryable } from './store/postgres.ts';
export { type RedisStoreOptions, redisStore, type SendCommand } from './store/redis.ts';
