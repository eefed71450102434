using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>A listener's certificate, and the client certificates it accepts, created from <see cref="TlsFiles"/>.</summary>
/// <param name="Context">The server certificate with its intermediates.</param>
/// <param name="ExpiresAt">When the certificate expires.</param>
/// <param name="Authorities">Null = client certificates are not requested.</param>
internal sealed record TlsIdentity(SslStreamCertificateContext Context, DateTimeOffset ExpiresAt, ClientAuthorities? Authorities)
{
    /// <exception cref="CryptographicException">A file contains no certificate or no private key.</exception>
    /// <exception cref="ArgumentException">The private key does not match the certificate.</exception>
    public static TlsIdentity Of(TlsFiles files)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(files.Certificate);
        var certificate = X509Certificate2.CreateFromPem(files.Certificate, files.Key);
        return new TlsIdentity(
            SslStreamCertificateContext.Create(certificate, chain, offline: true),
            certificate.NotAfter,
            files.ClientAuthorities.Length == 0 ? null : new ClientAuthorities(files.ClientAuthorities));
    }

    /// <summary>Options for a handshake.</summary>
    public SslServerAuthenticationOptions Handshake() => new()
    {
        ServerCertificateContext = Context,
        ClientCertificateRequired = Authorities is not null,
        RemoteCertificateValidationCallback = Authorities is { } authorities
            ? (_, certificate, _, _) => certificate is X509Certificate2 known && authorities.Vouch(known)
            : null,
    };
}
