using System.Globalization;
using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Export;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Reads the library's options from a configuration section, without reflection.</summary>
internal static class SectionReader
{
    public const string DefaultSection = "Tidemark";

    private delegate bool Reader(string value, TidemarkExportOptions options);

    private static readonly Dictionary<string, (Reader Read, string Accepted)> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ServiceName"] = (static (value, _) => value.Length > 0, "a name"),
        ["Endpoint"] = (ReadEndpoint, "an address with its scheme, such as http://localhost:4317"),
        ["Protocol"] = (ReadProtocol, "grpc or http/protobuf"),
        ["Headers"] = (static (value, options) => Set(value, text => options.Headers = text), "key1=value1,key2=value2"),
        ["RetryDirectory"] = (static (value, options) => Set(value, text => options.RetryDirectory = text), "a path"),
        ["MaxWaitingBytes"] = (ReadMaxWaitingBytes, "a number of bytes above 0"),
        ["MaxWaitingAge"] = (ReadMaxWaitingAge, "a time such as 2.00:00:00"),
        ["CaptureContent"] = (static (value, options) => ReadFlag(value, on => options.Recording.CaptureContent = on), "true or false"),
        ["CaptureExceptionMessages"] = (static (value, options) => ReadFlag(value, on => options.Recording.CaptureExceptionMessages = on), "true or false"),
        ["PropagateSessions"] = (static (value, options) => ReadFlag(value, on => options.Recording.PropagateSessions = on), "true or false"),
        ["MaxContentLength"] = (ReadMaxContentLength, "a number of characters"),
        ["Conventions"] = (ReadConventions, "Current, Older or Both"),
    };

    public static void Read(IConfiguration section, TidemarkExportOptions options)
    {
        foreach (var setting in section.GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case "SOURCES":
                    Add(setting, options.Sources);
                    break;
                case "METERS":
                    Add(setting, options.Meters);
                    break;
                case "LABELS":
                    foreach (var label in setting.GetChildren().Where(static label => label.Value is not null))
                        options.Recording.Labels[label.Key] = label.Value!;
                    break;
                default:
                    Read(setting, options);
                    break;
            }
        }
    }

    private static void Read(IConfigurationSection setting, TidemarkExportOptions options)
    {
        if (!Settings.TryGetValue(setting.Key, out var known))
            options.Problems.Add(new(setting.Path, $"one of {string.Join(", ", Settings.Keys)}, Sources, Meters, Labels"));
        else if (setting.Value is { } value && !known.Read(value.Trim(), options))
            options.Problems.Add(new(setting.Path, known.Accepted));
    }

    private static void Add(IConfigurationSection names, IList<string> to)
    {
        foreach (var name in names.GetChildren().Select(static name => name.Value).Where(static name => !string.IsNullOrWhiteSpace(name)))
            to.Add(name!);
    }

    private static bool Set(string value, Action<string> set)
    {
        if (value.Length == 0)
            return false;

        set(value);
        return true;
    }

    private static bool ReadFlag(string value, Action<bool> set)
    {
        if (!bool.TryParse(value, out var on))
            return false;

        set(on);
        return true;
    }

    private static bool ReadEndpoint(string value, TidemarkExportOptions options)
    {
        // An invalid one is reported when the target is created, like that of a standard variable.
        options.Endpoint = new Uri(value, UriKind.RelativeOrAbsolute);
        return true;
    }

    private static bool ReadProtocol(string value, TidemarkExportOptions options)
    {
        switch (value)
        {
            case "http/protobuf":
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                return true;
            case "grpc":
#pragma warning disable CS0618 // On .NET Standard 2.0 it is refused later, with a message.
                options.Protocol = OtlpExportProtocol.Grpc;
#pragma warning restore CS0618
                return true;
            default:
                return false;
        }
    }

    private static bool ReadMaxWaitingBytes(string value, TidemarkExportOptions options)
    {
        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || bytes == 0)
            return false;

        options.MaxWaitingBytes = bytes;
        return true;
    }

    private static bool ReadMaxWaitingAge(string value, TidemarkExportOptions options)
    {
        if (!TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out var age) || age <= TimeSpan.Zero)
            return false;

        options.MaxWaitingAge = age;
        return true;
    }

    private static bool ReadMaxContentLength(string value, TidemarkExportOptions options)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return false;

        options.Recording.MaxContentLength = length;
        return true;
    }

    private static bool ReadConventions(string value, TidemarkExportOptions options)
    {
        if (!Enum.TryParse<GenAiConventions>(value, ignoreCase: true, out var conventions)
            || conventions is not (GenAiConventions.Current or GenAiConventions.Older or GenAiConventions.Both))
            return false;

        options.Recording.Conventions = conventions;
        return true;
    }
}
