/** Body of a successful answer of the token address, with the fields in the order in which they were reported. */
export interface TokenResponse {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
  readonly refresh_token: string;
  readonly scope: string;
}
