using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>The authorities of accepted client certificates. Revocation lists are not fetched: use short-lived certificates.</summary>
internal sealed class ClientAuthorities
{
    private static readonly Oid ClientAuthentication = new("1.3.6.1.5.5.7.3.2");

    private readonly X509Certificate2Collection _roots = [];

    public ClientAuthorities(string pem)
    {
        _roots.ImportFromPem(pem);
        if (_roots.Count == 0) throw new CryptographicException("the file of client authorities contains no certificate");
    }

    public bool Vouch(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ClientAuthentication);
        return chain.Build(certificate);
    }
}
