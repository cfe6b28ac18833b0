import fastify from 'fastify';
import pg from 'pg';

/**
 * The baseline for [read]: Fastify and pg with one indexed row, nothing else. Reads PORT and DATABASE_URL from the
 * environment.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = fastify();
app.get('/row', async () => {
  const { rows } = await pool.query({
    name: 'row',
    text: 'SELECT id, slug, title, summary FROM courses WHERE slug = $1',
    values: ['introductory'],
  });
  return rows[0] as object;
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
