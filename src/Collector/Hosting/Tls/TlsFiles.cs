using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>Makes Kestrel's settings of the files that <see cref="TlsOptions"/> names.</summary>
internal static class TlsFiles
{
    /// <summary>Null = clear text.</summary>
    /// <exception cref="CryptographicException">A file holds no certificate or no key of it.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static HttpsConnectionAdapterOptions? Read(TlsOptions options)
    {
        if (!options.IsOn) return null;
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(options.Certificate);
        var tls = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = X509Certificate2.CreateFromPemFile(options.Certificate, options.Key),
            ServerCertificateChain = chain,
        };
        if (options.ClientAuthorities.Length == 0) return tls;

        var authorities = new ClientAuthorities(options.ClientAuthorities);
        tls.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
        tls.ClientCertificateValidation = (certificate, _, _) => authorities.Vouch(certificate);
        return tls;
    }

    /// <summary>Adds what is wrong with the files, if anything.</summary>
    public static void Check(string section, TlsOptions options, ICollection<string> faults)
    {
        try
        {
            Read(options)?.ServerCertificate?.Dispose();
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            faults.Add($"{section}: {nameof(options.Certificate)}, {nameof(options.Key)} and {nameof(options.ClientAuthorities)} must name PEM files that can be read ({e.Message}).");
        }
    }
}
