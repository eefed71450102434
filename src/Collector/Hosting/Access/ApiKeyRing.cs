using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Tidemark.Collector.Hosting.Access;

/// <summary>The valid keys, reloaded when the configuration's files change, so that keys can be added or revoked without a restart.</summary>
internal sealed class ApiKeyRing : IDisposable
{
    private readonly IDisposable? _watch;
    private volatile (byte[] Hash, string Source, KeyRole Role)[] _keys;

    public ApiKeyRing(AccessOptions options) => _keys = Read(options);

    public ApiKeyRing(IOptionsFactory<AccessOptions> options, IConfiguration configuration, ILogger<ApiKeyRing> logger)
        : this(options.Create(Options.DefaultName)) =>
        _watch = ChangeToken.OnChange(configuration.GetReloadToken, () => ReadAgain(options, logger));

    public IReadOnlyList<(byte[] Hash, string Source, KeyRole Role)> Keys => _keys;

    public void Dispose() => _watch?.Dispose();

    private static (byte[] Hash, string Source, KeyRole Role)[] Read(AccessOptions options) =>
        [.. options.ApiKeys.Select(key => (Convert.FromHexString(key.Sha256), key.Source, key.Role))];

    private void ReadAgain(IOptionsFactory<AccessOptions> options, ILogger<ApiKeyRing> logger)
    {
        try
        {
            var keys = Read(options.Create(Options.DefaultName));
            if (keys.Length == 0 && _keys.Length > 0)
            {
                // A file that is being written, or was deleted, must not disable authentication.
                HostingLog.KeysUnusable(logger, "it is empty; open access requires a restart");
                return;
            }

            if (keys.Length == _keys.Length && keys.Zip(_keys).All(pair => IsSame(pair.First, pair.Second))) return;
            _keys = keys;
            HostingLog.KeysRead(logger, keys.Length);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException)
        {
            // The binder throws the latter for an unknown role.
            HostingLog.KeysUnusable(logger, exception.Message);
        }
    }

    private static bool IsSame((byte[] Hash, string Source, KeyRole Role) one, (byte[] Hash, string Source, KeyRole Role) other) =>
        one.Hash.AsSpan().SequenceEqual(other.Hash) && one.Source == other.Source && one.Role == other.Role;
}
