using System.Security.Cryptography.X509Certificates;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>Source name of a client certificate for the ledger: its common name, otherwise its thumbprint.</summary>
internal static class CertificateSource
{
    public static string Of(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
        if (string.IsNullOrWhiteSpace(name)) name = certificate.Thumbprint;
        return name.Length > ApiKeyOptions.LongestSource ? name[..ApiKeyOptions.LongestSource] : name;
    }
}
