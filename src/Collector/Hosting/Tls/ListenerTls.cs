using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>
/// TLS of one listener. Its files are reloaded while it runs, so that a renewed certificate needs no restart: open connections keep theirs,
/// new ones get the new one. Files that cannot be used, for example because they are being replaced one by one, change nothing.
/// </summary>
internal sealed class ListenerTls
{
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly string _section;
    private readonly TlsOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ListenerTls> _logger;
    private TlsFiles _seen;
    private TlsIdentity _identity;
    private string _fault = "";
    private long _lookedAt;

    private ListenerTls(string section, TlsOptions options, TimeProvider time, ILogger<ListenerTls> logger)
    {
        (_section, _options, _time, _logger) = (section, options, time, logger);
        _seen = TlsFiles.Read(options);
        _identity = TlsIdentity.Of(_seen);
        _lookedAt = time.GetTimestamp();
    }

    /// <summary>Whether a client certificate is required.</summary>
    public bool AsksForCertificate => _options.ClientAuthorities.Length > 0;

    /// <summary>Null = clear text.</summary>
    /// <param name="provider">The service provider.</param>
    /// <param name="section">The section of the options, such as <c>Tidemark:Receive:Tls</c>.</param>
    /// <param name="options">Validated options.</param>
    public static ListenerTls? Of(IServiceProvider provider, string section, TlsOptions options) => options.IsOn
        ? new ListenerTls(section, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ListenerTls>>())
        : null;

    /// <summary>Options for one end point: Kestrel adds its protocols to them.</summary>
    public TlsHandshakeCallbackOptions Handshake() => new() { OnConnection = _ => ValueTask.FromResult(Current().Handshake()) };

    private TlsIdentity Current()
    {
        lock (_gate)
        {
            if (_time.GetElapsedTime(_lookedAt) < Recheck) return _identity;
            _lookedAt = _time.GetTimestamp();
            try
            {
                var files = TlsFiles.Read(_options);
                if (files == _seen) return _identity;
                _seen = files;
                _identity = TlsIdentity.Of(files);
                _fault = "";
                HostingLog.CertificateRead(_logger, _section, _identity.ExpiresAt);
            }
            catch (Exception exception) when (TlsFiles.IsFault(exception))
            {
                if (_fault != exception.Message) HostingLog.CertificateUnusable(_logger, _section, exception.Message);
                _fault = exception.Message;
            }

            return _identity;
        }
    }
}
