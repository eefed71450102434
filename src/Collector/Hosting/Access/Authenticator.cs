using System.Security.Cryptography;
using System.Text;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>Says who sends a request: by its key, else by its client certificate, which the handshake has checked.</summary>
internal sealed class Authenticator(ApiKeyRing ring)
{
    /// <summary>The source of those who are not asked.</summary>
    public const string Anyone = "default";

    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";
    private const int LongestKey = 512;

    /// <summary>False = everyone may come in.</summary>
    public bool IsRequired => ring.Keys.Count > 0;

    /// <summary>Looks at headers and connection only.</summary>
    /// <param name="context">The request.</param>
    /// <param name="role">What is asked for.</param>
    /// <param name="source">Who it is, for the ledger.</param>
    public Admission Admit(HttpContext context, KeyRole role, out string source)
    {
        source = Anyone;
        if (IsRequired) return Find(context.Request.Headers.Authorization.ToString(), role, out source);
        if (context.Connection.ClientCertificate is { } certificate) source = CertificateSource.Of(certificate);
        return Admission.Granted;
    }

    // A bearer token, or the password of basic authentication: what Langfuse's SDKs call the secret key.
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

    /// <summary>Takes the same time whichever key it is, and whether it is one: every hash is compared in full.</summary>
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
            // Several keys of one hash are one key.
            roles |= isThis ? candidate.Role : default;
            isKnown |= isThis;
        }

        return !isKnown ? Admission.Unknown : roles.HasFlag(role) ? Admission.Granted : Admission.OtherRole;
    }
}
