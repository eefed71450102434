using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Tidemark.Collector.Hosting.Tls;

/// <summary>
/// TLS of one listener. Its files are looked at again while it runs, so that a renewed certificate needs no restart: connections that are open
/// keep what they have, new ones get the new one. Files that cannot be used, as those that are replaced one after the other, change nothing.
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

    /// <summary>Only those with a client certificate come through at all.</summary>
    public bool AsksForCertificate => _options.ClientAuthorities.Length > 0;

    /// <summary>Null = clear text.</summary>
    /// <param name="provider">Of the process.</param>
    /// <param name="section">Where the options stand, as <c>Tidemark:Receive:Tls</c>.</param>
    /// <param name="options">Checked before.</param>
    public static ListenerTls? Of(IServiceProvider provider, string section, TlsOptions options) => options.IsOn
        ? new ListenerTls(section, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ListenerTls>>())
        : null;

    /// <summary>For one end point: Kestrel writes its protocols into it.</summary>
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
