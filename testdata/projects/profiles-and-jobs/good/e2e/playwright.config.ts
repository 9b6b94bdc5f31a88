export default { use: { baseURL: process.env.BASE_URL } };
