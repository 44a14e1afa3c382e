/** Body of a good answer of the token address, in the order in which it was reported. */
export interface TokenResponse {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
  readonly refresh_token: string;
  readonly scope: string;
}
