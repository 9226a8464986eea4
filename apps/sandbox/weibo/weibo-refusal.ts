/** Code → text of Weibo's error table (CHANNELS B5) and the HTTP status it comes with. */
const texts: Readonly<Record<number, readonly [number, string]>> = {
  10001: [503, 'System error'],
  10002: [503, 'Service unavailable'],
  10003: [503, 'Remote service error'],
  10004: [400, 'Ip Limit, request ip is not contained in safety ip'],
  10005: [403, 'Permission denied, need a high level appkey'],
  10006: [400, 'Source paramter (appkey) is missing'],
  10008: [400, 'Param error, see doc for more info'],
  10009: [503, 'Too many pending tasks, system is busy'],
  10012: [403, 'Illegal request'],
  10013: [403, 'Invalid weibo user'],
  10014: [403, 'Insufficient app permissions!'],
  10016: [400, 'Miss required parameter, see doc for more info'],
  10017: [400, "Parameter's value invalid, see doc for more info"],
  10018: [413, 'Request body length over limit'],
  10020: [404, 'Request api not found'],
  10021: [405, 'HTTP method is not suported for this request'],
  10022: [403, 'IP requests out of rate limit'],
  10023: [403, 'User requests out of rate limit'],
  10024: [403, 'User requests for this api out of rate limit'],
  20005: [400, 'Unsupported image type, only suport JPG, GIF, PNG'],
  20006: [400, 'Image size too large'],
  20007: [400, 'Does multipart has image?'],
  20008: [400, 'Content is null'],
  20012: [400, 'Text too long, please input text less than 140 characters'],
  20014: [400, '安全检查参数有误, 请再调用一次'],
  20016: [400, 'Out of limit'],
  20017: [400, 'Repeat content'],
  20018: [400, 'Contain illegal website'],
  20019: [400, 'repeat content!'],
  20021: [400, 'Content is illegal'],
  20032: [400, '发布成功，目前服务器可能会有延迟，请等待1-2分钟'],
  20101: [400, 'Target weibo does not exist'],
  20102: [400, 'Not your own weibo'],
  20111: [400, 'Repeated weibo text'],
  21301: [401, 'Auth faild'],
  21315: [401, 'Token expired'],
  21321: [403, 'Applications over the unaudited use restrictions'],
  21332: [401, 'Access token is invalid'],
};

const oauthTexts: Readonly<Record<number, string>> = {
  21322: 'redirect_uri_mismatch',
  21323: 'invalid_request',
  21324: 'invalid_client',
  21325: 'invalid_grant',
  21326: 'unauthorized_client',
  21327: 'expired_token',
  21328: 'unsupported_grant_type',
  21329: 'unsupported_response_type',
  21330: 'access_denied',
  21331: 'temporarily_unavailable',
};

/** Thrown by a call to be answered with Weibo's own error object. */
export class WeiboRefusal extends Error {
  override readonly name = 'WeiboRefusal';
  readonly status: number;
  readonly description: string | undefined;

  constructor(
    readonly code: number,
    text?: string,
  ) {
    const [status, known] = texts[code] ?? [code === 21327 ? 401 : 400, oauthTexts[code] ?? 'Unknown error'];
    const isOauth = code in oauthTexts;
    super(isOauth ? known : (text ?? known));
    this.status = status;
    this.description = isOauth ? (text ?? known) : undefined;
  }

  /** `error_code` is a number in real replies and a string in the wiki's samples. */
  json(request: string, codeAsString: boolean): string {
    return JSON.stringify({
      request,
      error_code: codeAsString ? String(this.code) : this.code,
      error: this.message,
      ...(this.description === undefined ? {} : { error_description: this.description }),
    });
  }
}
