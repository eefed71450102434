using System.Net.Http.Headers;
using System.Text;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Authenticates pushes. Files are read each time, so that secrets can be rotated without a restart.</summary>
internal sealed class GrafanaCredentials(GrafanaOptions options)
{
    /// <summary>Null if none is set: Grafana with anonymous access accepts pushes without credentials.</summary>
    /// <exception cref="IOException">The file does not exist (yet).</exception>
    public async Task<AuthenticationHeaderValue?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await SecretAsync(options.Token, options.TokenFile, cancellationToken) is { } token) return new AuthenticationHeaderValue("Bearer", token);
        if (await SecretAsync(options.Password, options.PasswordFile, cancellationToken) is not { } password) return null;
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{password}")));
    }

    private static async Task<string?> SecretAsync(string? value, string? file, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(value)) return value;
        if (string.IsNullOrEmpty(file)) return null;
        var secret = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
        return secret.Length > 0 ? secret : throw new IOException($"The file '{file}' is still empty.");
    }
}
