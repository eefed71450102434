using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>Validates the keys, and that no listener is reachable from other machines without authentication.</summary>
/// <param name="listeners">Resolved late: they depend on other options, which may be invalid themselves.</param>
internal sealed class AccessOptionsValidator(Func<IEnumerable<Listener>> listeners) : IValidateOptions<AccessOptions>
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var faults = new List<string>();
        for (var i = 0; i < options.ApiKeys.Count; i++) CheckKey($"{AccessOptions.Section}:{nameof(options.ApiKeys)}:{i}", options.ApiKeys[i], faults);
        if (options.ApiKeys.Count == 0 && !options.AllowUnauthenticated) faults.AddRange(Listeners().Where(IsOpen).Select(Fault));
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckKey(string key, ApiKeyOptions options, List<string> faults)
    {
        if (string.IsNullOrWhiteSpace(options.Source) || options.Source.Length > ApiKeyOptions.LongestSource)
            faults.Add($"{key}:{nameof(options.Source)} must be a name of at most {ApiKeyOptions.LongestSource} characters.");
        if (!Enum.IsDefined(options.Role))
            faults.Add($"{key}:{nameof(options.Role)} must be {nameof(KeyRole.Send)}, {nameof(KeyRole.Read)} or {nameof(KeyRole.Both)}.");
        if (options.Sha256.Length != SHA256.HashSizeInBytes * 2 || options.Sha256.AsSpan().ContainsAnyExcept(Hexadecimal))
            faults.Add($"{key}:{nameof(options.Sha256)} must be the key's SHA-256 in hexadecimal: printf %s \"$KEY\" | sha256sum.");
    }

    private IEnumerable<Listener> Listeners()
    {
        try
        {
            return listeners();
        }
        catch (OptionsValidationException)
        {
            // Reported by the section that it belongs to.
            return [];
        }
    }

    private static bool IsOpen(Listener listener) => !listener.AsksForCertificate && listener.EndPoints.Any(ListenAddress.IsOpen);

    private static string Fault(Listener listener) =>
        $"The listener '{listener.Name}' would accept unauthenticated requests from other machines at {string.Join(", ", listener.EndPoints)}. "
        + $"Set {AccessOptions.Section}:{nameof(AccessOptions.ApiKeys)}, or client certificates, or listen on 127.0.0.1, "
        + $"or set {AccessOptions.Section}:{nameof(AccessOptions.AllowUnauthenticated)}=true if this is intended.";
}
