/** First part of every JWT that the mock signs (algorithm and key id), base64url-encoded. Identifies the mock's tokens in any text. */
export const tokenHeader = Buffer.from(JSON.stringify({ alg: 'RS512', kid: 'anaf_2023_2024' })).toString('base64url');
