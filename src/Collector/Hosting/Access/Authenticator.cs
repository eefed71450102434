using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>Identifies the sender of a request by its key or by its client certificate, which the TLS handshake has verified.</summary>
internal sealed class Authenticator(ApiKeyRing ring)
{
    /// <summary>The source of requests when no authentication is required.</summary>
    public const string Anyone = "default";

    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private const int LongestKey = 512;

    /// <summary>False if no authentication is required.</summary>
    public bool IsRequired => ring.Keys.Count > 0;

    /// <summary>Authenticates a request by its headers and connection.</summary>
    /// <param name="context">The request.</param>
    /// <param name="role">The required role.</param>
    /// <param name="source">The sender, for the ledger.</param>
    public Admission Admit(HttpContext context, KeyRole role, out string source)
    {
        source = Anyone;
        if (IsRequired) return Find(context.Request.Headers.Authorization.ToString(), role, out source);
        if (context.Connection.ClientCertificate is { } certificate) source = CertificateSource.Of(certificate);
        return Admission.Granted;
    }

    // A bearer token, or the password of basic authentication: Langfuse's SDKs send their secret key that way.
    private static bool TryReadKey(string header, Span<byte> key, out int length)
    {
        length = 0;
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.TryGetBytes(header.AsSpan(Bearer.Length).Trim(), key, out length);
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)) return false;
        Span<byte> pair = stackalloc byte[2 * LongestKey];
        if (!Convert.TryFromBase64Chars(header.AsSpan(Basic.Length).Trim(), pair, out var written)) return false;
        var colon = pair[..written].IndexOf((byte)':');
        if (colon < 0 || written - colon - 1 > key.Length) return false;
        length = written - colon - 1;
        pair.Slice(colon + 1, length).CopyTo(key);
        return true;
    }

    /// <summary>Constant-time: compares all hashes in full, whether or not the key is valid.</summary>
    private Admission Find(string header, KeyRole role, out string source)
    {
        source = Anyone;
        Span<byte> key = stackalloc byte[LongestKey];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryReadKey(header, key, out var length)) return Admission.Unknown;

        SHA256.HashData(key[..length], hash);
        var (isKnown, roles) = (false, default(KeyRole));
        foreach (var candidate in ring.Keys)
        {
            var isThis = CryptographicOperations.FixedTimeEquals(candidate.Hash, hash);
            source = isThis ? candidate.Source : source;
            // Several entries with the same hash are one key.
            roles |= isThis ? candidate.Role : default;
            isKnown |= isThis;
        }

        return !isKnown ? Admission.Unknown : roles.HasFlag(role) ? Admission.Granted : Admission.OtherRole;
    }
}
