namespace Tidemark.Collector.Hosting.Tls;

/// <summary>TLS of a listener. Files are read again when they change.</summary>
internal sealed class TlsOptions
{
    /// <summary>PEM file of the server's certificate, intermediates after it. Empty = clear text.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file of its private key.</summary>
    public string Key { get; set; } = "";

    /// <summary>PEM file of the authorities whose client certificates are let in (mTLS). Empty = none is asked for.</summary>
    public string ClientAuthorities { get; set; } = "";

    public bool IsOn => Certificate.Length > 0 || Key.Length > 0 || ClientAuthorities.Length > 0;
}
