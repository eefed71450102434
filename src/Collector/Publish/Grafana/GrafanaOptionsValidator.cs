using Microsoft.Extensions.Options;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Rules that involve several values.</summary>
internal sealed class GrafanaOptionsValidator : IValidateOptions<GrafanaOptions>
{
    public ValidateOptionsResult Validate(string? name, GrafanaOptions options) =>
        Faults(options).ToArray() is { Length: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(GrafanaOptions options)
    {
        var isSet = !string.IsNullOrWhiteSpace(options.Url);
        if (isSet && !IsRoot(options.Url!))
            yield return $"{Key(nameof(options.Url))} must be Grafana's root address, as http://grafana:3000, without user or query.";
        if (!isSet && Secrets(options).Any()) yield return $"{Key(nameof(options.Url))} is missing: a credential is set, but no Grafana to send it to.";
        if (Secrets(options).Count() > 1) yield return $"{string.Join(" and ", Secrets(options).Select(Key))} are both set: one of them is enough.";
        if (options.User.Contains(':', StringComparison.Ordinal)) yield return $"{Key(nameof(options.User))} may not hold a colon.";
        if (options.MaxBackoff < options.MinBackoff) yield return $"{Key(nameof(options.MaxBackoff))} is shorter than {Key(nameof(options.MinBackoff))}.";
        if (options.Lease < options.Timeout)
            yield return $"{Key(nameof(options.Lease))} is shorter than {Key(nameof(options.Timeout))}: a push could outlive the right to it.";
    }

    private static bool IsRoot(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.UserInfo.Length == 0
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;

    private static IEnumerable<string> Secrets(GrafanaOptions options)
    {
        if (!string.IsNullOrEmpty(options.Token)) yield return nameof(options.Token);
        if (!string.IsNullOrEmpty(options.TokenFile)) yield return nameof(options.TokenFile);
        if (!string.IsNullOrEmpty(options.Password)) yield return nameof(options.Password);
        if (!string.IsNullOrEmpty(options.PasswordFile)) yield return nameof(options.PasswordFile);
    }

    private static string Key(string property) => $"{GrafanaOptions.Section}:{property}";
}
