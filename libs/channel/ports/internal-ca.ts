/** A city's own certificate authority, and the hosts that carry its certificates: there nobody else's is believed (ASVS V12.3.4). */
export interface InternalCa {
  readonly hosts: readonly string[];
  /** One certificate or several, PEM. */
  readonly pem: string;
}

/** What a connection to this host is held to; nothing: the certificates that everybody trusts. */
export const trustFor = (internal: InternalCa | null, host: string): { readonly ca?: string } =>
  internal?.hosts.includes(host.toLowerCase()) === true ? { ca: internal.pem } : {};
