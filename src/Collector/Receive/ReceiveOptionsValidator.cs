using System.Globalization;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Receive;

/// <summary>Collects all errors of the section.</summary>
internal sealed class ReceiveOptionsValidator : IValidateOptions<ReceiveOptions>
{
    public ValidateOptionsResult Validate(string? name, ReceiveOptions options)
    {
        var faults = new List<string>();
        CheckAddress(nameof(options.Grpc), options.Grpc, faults);
        CheckAddress(nameof(options.Http), options.Http, faults);
        TlsFiles.Check($"{ReceiveOptions.Section}:{nameof(options.Tls)}", options.Tls, faults);
        CheckLeast(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 1024, faults);
        CheckLeast(nameof(options.MaxInFlightBytes), options.MaxInFlightBytes, options.MaxRequestBytes, faults);
        CheckLeast(nameof(options.MaxConnections), options.MaxConnections, 1, faults);
        CheckLeast(nameof(options.MaxStreamsPerConnection), options.MaxStreamsPerConnection, 1, faults);
        CheckLeast(nameof(options.MaxControlFrames), options.MaxControlFrames, 100, faults);
        CheckLeast(nameof(options.MinBytesPerSecond), options.MinBytesPerSecond, 1, faults);
        CheckLeast(nameof(options.RequestTimeout), options.RequestTimeout.TotalSeconds, 1, faults);
        CheckLeast(nameof(options.StopTimeout), options.StopTimeout.TotalSeconds, 1, faults);
        CheckLeast(nameof(options.HeadersTimeout), options.HeadersTimeout.TotalSeconds, 1, faults);
        CheckLeast(nameof(options.KeepAliveTimeout), options.KeepAliveTimeout.TotalSeconds, 1, faults);
        CheckLeast(nameof(options.MaxConnectionAge), options.MaxConnectionAge.TotalSeconds, 1, faults);
        CheckOrigins(options.CorsOrigins, faults);
        CheckLeast(nameof(options.RememberedRefusals), options.RememberedRefusals, 1, faults);
        CheckLeast(nameof(options.RetryAfter), options.RetryAfter.TotalSeconds, 1, faults);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckAddress(string key, string value, List<string> faults)
    {
        if (!ListenAddress.TryParse(value, out _))
            faults.Add($"{ReceiveOptions.Section}:{key} is '{value}'; it must be address:port (several by commas) or 'off'.");
    }

    private static void CheckOrigins(string? origins, List<string> faults)
    {
        foreach (var origin in KnownHosts.List(origins))
        {
            if (origin != "*"
                && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                    && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase)))
                faults.Add(
                    $"{ReceiveOptions.Section}:{nameof(ReceiveOptions.CorsOrigins)} names '{origin}'; an origin is scheme://host or scheme://host:port, "
                        + "without a path.");
        }
    }

    /// <summary>Durations that are sent in whole seconds.</summary>
    private static void CheckLeast(string key, double value, double least, List<string> faults)
    {
        if (!(value >= least))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{ReceiveOptions.Section}:{key} is {value}; it must be at least {least}."));
    }
}
