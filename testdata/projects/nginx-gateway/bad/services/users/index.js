import { createServer } from 'node:http';

createServer((request, response) => response.end('users')).listen(process.env.PORT);
