namespace Tidemark.Collector.Hosting.Tls;

/// <summary>TLS of a listener. Files are reloaded when they change.</summary>
internal sealed class TlsOptions
{
    /// <summary>PEM file with the server certificate, followed by its intermediates. Empty = clear text.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>PEM file with its private key.</summary>
    public string Key { get; set; } = "";

    /// <summary>PEM file with the authorities of accepted client certificates (mTLS). Empty = client certificates are not requested.</summary>
    public string ClientAuthorities { get; set; } = "";

    public bool IsOn => Certificate.Length > 0 || Key.Length > 0 || ClientAuthorities.Length > 0;
}
