using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>Who a listener is, and whose certificates it takes: made of <see cref="TlsFiles"/>.</summary>
/// <param name="Context">The server's certificate with its intermediates.</param>
/// <param name="ExpiresAt">When the certificate is no longer valid.</param>
/// <param name="Authorities">Null = no client certificate is asked for.</param>
internal sealed record TlsIdentity(SslStreamCertificateContext Context, DateTimeOffset ExpiresAt, ClientAuthorities? Authorities)
{
    /// <exception cref="CryptographicException">A file holds no certificate or no key of it.</exception>
    /// <exception cref="ArgumentException">The key belongs to another certificate.</exception>
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

    /// <summary>What a handshake goes by.</summary>
    public SslServerAuthenticationOptions Handshake() => new()
    {
        ServerCertificateContext = Context,
        ClientCertificateRequired = Authorities is not null,
        RemoteCertificateValidationCallback = Authorities is { } authorities
            ? (_, certificate, _, _) => certificate is X509Certificate2 known && authorities.Vouch(known)
            : null,
    };
}
