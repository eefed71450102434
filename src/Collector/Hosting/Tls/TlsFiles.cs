using System.Security.Cryptography;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>What the files hold that <see cref="TlsOptions"/> names, as text.</summary>
/// <param name="Certificate">PEM.</param>
/// <param name="Key">PEM.</param>
/// <param name="ClientAuthorities">PEM; empty = no client certificate is asked for.</param>
internal sealed record TlsFiles(string Certificate, string Key, string ClientAuthorities)
{
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static TlsFiles Read(TlsOptions options) => new(
        File.ReadAllText(options.Certificate),
        File.ReadAllText(options.Key),
        options.ClientAuthorities.Length == 0 ? "" : File.ReadAllText(options.ClientAuthorities));

    /// <summary>Adds what is wrong with the files, if anything.</summary>
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
                $"{section}: {nameof(options.Certificate)}, {nameof(options.Key)} and {nameof(options.ClientAuthorities)} must name PEM files that can be read "
                    + $"({exception.Message}).");
        }
    }

    /// <summary>Whether it is the files' fault.</summary>
    public static bool IsFault(Exception exception) => exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException;
}
