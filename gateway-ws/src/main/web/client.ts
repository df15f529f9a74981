/** What is served at `/client.js`. */
export * from './client/index';
