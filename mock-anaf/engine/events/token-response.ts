/** Body of a successful response of the token endpoint, with the fields in the order that clients reported. */
export interface TokenResponse {
  readonly access_token: string;
  readonly expires_in: number;
  readonly token_type: 'Bearer';
  readonly refresh_token: string;
  readonly scope: string;
}
