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
        if (section is IConfigurationSection { Value.Length: > 0 } scalar)
            options.Problems.Add(new(scalar.Path, $"a section with {string.Join(", ", Settings.Keys)}, Sources, Meters, Labels"));
        foreach (var setting in section.GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case "SOURCES":
                    ReadNames(setting, options.Sources, options);
                    break;
                case "METERS":
                    ReadNames(setting, options.Meters, options);
                    break;
                case "LABELS":
                    ReadLabels(setting, options);
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
        else if (HasChildren(setting) || (setting.Value is { } value && !known.Read(value.Trim(), options)))
            options.Problems.Add(new(setting.Path, known.Accepted));
    }

    private static void ReadNames(IConfigurationSection names, IList<string> to, TidemarkExportOptions options)
    {
        // An empty array is an empty text.
        if (!string.IsNullOrWhiteSpace(names.Value))
            options.Problems.Add(new(names.Path, $"a list of names: {names.Key}:0 and so on"));
        foreach (var name in names.GetChildren())
        {
            if (HasChildren(name))
                options.Problems.Add(new(name.Path, "a name"));
            else if (!string.IsNullOrWhiteSpace(name.Value))
                to.Add(name.Value!);
        }
    }

    private static void ReadLabels(IConfigurationSection labels, TidemarkExportOptions options)
    {
        if (!string.IsNullOrWhiteSpace(labels.Value))
            options.Problems.Add(new(labels.Path, $"a value for each label, such as {labels.Key}:team"));
        foreach (var label in labels.GetChildren())
        {
            if (HasChildren(label))
                options.Problems.Add(new(label.Path, "a text"));
            else if (label.Value is { } value)
                options.Recording.Labels[label.Key] = value;
        }
    }

    private static bool HasChildren(IConfigurationSection setting) => setting.GetChildren().Any();

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
