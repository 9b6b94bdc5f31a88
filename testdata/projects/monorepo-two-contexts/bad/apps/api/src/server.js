import Fastify from 'fastify';
import { distance } from '@parcels/geo';

const app = Fastify({ logger: true });
app.get('/health', async () => ({ ok: true }));
app.get('/distance', async (request) => distance(request.query));
await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 3000) });
