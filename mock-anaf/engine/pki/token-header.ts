/** The header (algorithm and key id) of every JWT that the mock signs, base64url-encoded. Used to find the mock's tokens in any text. */
export const tokenHeader = Buffer.from(JSON.stringify({ alg: 'RS512', kid: 'anaf_2023_2024' })).toString('base64url');
