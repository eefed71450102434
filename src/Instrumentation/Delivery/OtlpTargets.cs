using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Destinations by signal: from the app's options, otherwise the signal's standard variables, the general ones, or the exporter's
/// defaults (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
/// </summary>
internal sealed class OtlpTargets
{
    private const string Prefix = "OTEL_EXPORTER_OTLP_";
    private const int HttpPort = 4318;
    private readonly OtlpTarget?[] _targets = new OtlpTarget?[SignalNames.All.Length];
    private readonly List<string> _problems = [];

    private OtlpTargets()
    {
    }

    /// <summary>Invalid settings, each with what is accepted.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary><see langword="null"/> = the signal cannot be sent, because of one of the <see cref="Problems"/>.</summary>
    public OtlpTarget? this[Signal signal] => _targets[(int)signal];

    public static OtlpTargets Read(IConfiguration settings, TidemarkExportOptions options)
    {
        var targets = new OtlpTargets();
        foreach (var signal in SignalNames.All)
            targets._targets[(int)signal] = targets.Read(signal, settings, options);
        return targets;
    }

    private OtlpTarget? Read(Signal signal, IConfiguration settings, TidemarkExportOptions options)
    {
        var problems = _problems.Count;
        var (endpoint, hasPath) = EndpointOf(signal, settings, options);
        var protocol = ProtocolOf(signal, settings, options, endpoint);
        var headers = HeadersOf(signal, settings, options);
        var timeout = TimeoutOf(signal, settings);
        var compresses = Setting(signal, "COMPRESSION", settings).Value is "gzip";
        if (_problems.Count > problems || endpoint is null)
            return null;

        return new OtlpTarget(AddressOf(signal, endpoint, hasPath, protocol), protocol, headers, compresses, timeout);
    }

    private static Uri AddressOf(Signal signal, Uri endpoint, bool hasPath, OtlpExportProtocol protocol)
    {
        if (hasPath && protocol == OtlpExportProtocol.HttpProtobuf)
            return endpoint;

        var path = protocol == OtlpExportProtocol.HttpProtobuf ? signal.HttpPath() : signal.GrpcPath();
        var root = new UriBuilder(endpoint) { Path = endpoint.AbsolutePath.TrimEnd('/') + "/" }.Uri;
        return new Uri(root, path);
    }

    /// <summary>A signal's own variable is the complete URL; the general one and the options are a base to which the path is added.</summary>
    private (Uri? Endpoint, bool HasPath) EndpointOf(Signal signal, IConfiguration settings, TidemarkExportOptions options)
    {
        if (options.Endpoint is { } given)
            return (Checked(given.IsAbsoluteUri ? given.AbsoluteUri : given.OriginalString, "Endpoint"), false);

        var (value, name) = Setting(signal, "ENDPOINT", settings);
        if (value is null)
            return (
                new Uri(ProtocolOf(signal, settings, options, null) == OtlpExportProtocol.HttpProtobuf ? "http://localhost:4318" : "http://localhost:4317"),
                false);
        return (Checked(value, name), name == SignalVariable(signal, "ENDPOINT"));
    }

    private Uri? Checked(string value, string name)
    {
        if (Uri.TryCreate(value, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && endpoint.Host.Length > 0)
            return endpoint;

        Report($"{name} is '{value}', which is no address; write it with its scheme, for example http://localhost:4317");
        return null;
    }

    private OtlpExportProtocol ProtocolOf(Signal signal, IConfiguration settings, TidemarkExportOptions options, Uri? endpoint)
    {
        var (value, name) = Setting(signal, "PROTOCOL", settings);
        var wanted = options.Protocol is { } given ? (given == OtlpExportProtocol.HttpProtobuf ? "http/protobuf" : "grpc") : value;
        switch (wanted)
        {
            case "http/protobuf":
                return OtlpExportProtocol.HttpProtobuf;
            case null when endpoint?.Port == HttpPort:
                return OtlpExportProtocol.HttpProtobuf;
#if NET
            case "grpc" or null:
                return OtlpExportProtocol.Grpc;
            default:
                Report($"{name} is '{wanted}'; accepted are grpc and http/protobuf");
                return OtlpExportProtocol.Grpc;
#else
            case null:
                return OtlpExportProtocol.HttpProtobuf;
            default:
                Report($"{name} is '{wanted}'; on this runtime only http/protobuf is accepted");
                return OtlpExportProtocol.HttpProtobuf;
#endif
        }
    }

    private List<KeyValuePair<string, string>> HeadersOf(Signal signal, IConfiguration settings, TidemarkExportOptions options)
    {
        var (setting, name) = Setting(signal, "HEADERS", settings);
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var pair in (options.Headers ?? setting ?? string.Empty).Split(',').Select(static pair => pair.Trim()).Where(static pair => pair.Length > 0))
        {
            var equals = pair.IndexOf('=');
            if (equals <= 0)
            {
                // Never the value: it often contains a key.
                Report($"{(options.Headers is null ? name : "Headers")} cannot be read; accepted is a list such as key1=value1,key2=value2, percent-encoded");
                return headers;
            }

            headers.Add(new(pair.Substring(0, equals).Trim(), Uri.UnescapeDataString(pair.Substring(equals + 1).Trim())));
        }

        return headers;
    }

    private TimeSpan TimeoutOf(Signal signal, IConfiguration settings)
    {
        var (value, name) = Setting(signal, "TIMEOUT", settings);
        if (value is null)
            return TimeSpan.FromSeconds(10);
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0)
            return TimeSpan.FromMilliseconds(milliseconds);

        Report($"{name} is '{value}'; accepted is a number of milliseconds above 0");
        return TimeSpan.FromSeconds(10);
    }

    private static string SignalVariable(Signal signal, string name) => $"{Prefix}{signal.Variable()}_{name}";

    private static (string? Value, string Name) Setting(Signal signal, string name, IConfiguration settings)
    {
        var own = SignalVariable(signal, name);
        var value = settings[own];
        if (!string.IsNullOrWhiteSpace(value))
            return (value!.Trim(), own);

        var general = settings[Prefix + name];
        return (string.IsNullOrWhiteSpace(general) ? null : general!.Trim(), Prefix + name);
    }

    private void Report(string problem)
    {
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }
}
