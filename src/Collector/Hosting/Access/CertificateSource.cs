using System.Security.Cryptography.X509Certificates;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>What the holder of a client certificate is called in the ledger: its common name, else its thumbprint.</summary>
internal static class CertificateSource
{
    public static string Of(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (string.IsNullOrWhiteSpace(name)) name = certificate.Thumbprint;
        return name.Length > ApiKeyOptions.LongestSource ? name[..ApiKeyOptions.LongestSource] : name;
    }
}
