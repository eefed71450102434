using System.Security.Cryptography;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>The contents of the files in <see cref="TlsOptions"/>.</summary>
/// <param name="Certificate">Certificate chain, PEM.</param>
/// <param name="Key">Private key, PEM.</param>
/// <param name="ClientAuthorities">Authorities, PEM; empty = client certificates are not requested.</param>
internal sealed record TlsFiles(string Certificate, string Key, string ClientAuthorities)
{
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TlsFiles Read(TlsOptions options) => new(
        File.ReadAllText(options.Certificate),
        File.ReadAllText(options.Key),
        options.ClientAuthorities.Length == 0 ? "" : File.ReadAllText(options.ClientAuthorities));

    /// <summary>Adds the errors in the files, if any.</summary>
    public static void Check(string section, TlsOptions options, ICollection<string> faults)
    {
        if (!options.IsOn) return;
        try
        {
            TlsIdentity.Of(Read(options));
        }
        catch (Exception exception) when (IsFault(exception))
        {
            faults.Add(
                $"{section}: {nameof(options.Certificate)}, {nameof(options.Key)} and {nameof(options.ClientAuthorities)} must name readable PEM files "
                    + $"({exception.Message}).");
        }
    }

    /// <summary>Whether the exception is caused by the files.</summary>
    public static bool IsFault(Exception exception) => exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;
}
