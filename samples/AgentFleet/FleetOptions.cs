using System.Globalization;
using OpenTelemetry.Exporter;
using Tidemark.Samples.AgentFleet.Cast;

namespace Tidemark.Samples.AgentFleet;

/// <summary>The command-line options.</summary>
internal sealed record FleetOptions
{
    public const string Usage = """
        usage: agentfleet [--rate <operations per second>] [--seed <n>] [--operations <n>] [--duration <seconds>] [--speed <factor>]
                          [--endpoint <url>] [--protocol grpc|http/protobuf] [--service <name>] [--agents <name>,...]

        Plays a fleet of LLM agents and sends what they do by OpenTelemetry. Without --operations or --duration it
        plays until Ctrl-C. The endpoint defaults to OTEL_EXPORTER_OTLP_ENDPOINT, else http://localhost:4317
        (http://localhost:4318 for http/protobuf). --speed plays as many times faster, with as many sessions at a time as
        without. --agents plays only these, or, as coding-team, developers with
        a coding agent that sends what Claude Code sends; environment and team come from OTEL_RESOURCE_ATTRIBUTES. Its last line of output says what it sent.
        """;

    /// <summary>Operations per second.</summary>
    public double Rate { get; init; } = 20;

    /// <summary>Factor by which it runs faster than <see cref="Rate"/>, with the sessions of that rate.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>A seed reproduces the operations; null = random.</summary>
    public int? Seed { get; init; }

    public long? Operations { get; init; }

    public TimeSpan? Duration { get; init; }

    public Uri? Endpoint { get; init; }

    public OtlpExportProtocol? Protocol { get; init; }

    public string Service { get; init; } = "agent-fleet";

    /// <summary>The agents; default: all of the <see cref="Roster"/>.</summary>
    public IReadOnlyList<AgentProfile> Agents { get; init; } = Roster.Agents;

    /// <summary>A coding agent's log events and metrics, instead of agents that record through the library.</summary>
    public bool PlaysCodingTeam { get; init; }

    public static bool TryParse(string[] args, out FleetOptions options, out string message)
    {
        options = new FleetOptions();
        message = Usage;
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !TryApply(ref options, args[i], args[i + 1]))
            {
                if (args[i] != "--help")
                    message = $"agentfleet: cannot use '{string.Join(' ', args[i..Math.Min(i + 2, args.Length)])}'\n\n{Usage}";
                return false;
            }
        }

        return true;
    }

    private static bool TryApply(ref FleetOptions options, string name, string value)
    {
        var number = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : (double?)null;
        var count = long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) ? whole : (long?)null;
        FleetOptions? changed = name switch
        {
            "--rate" when number is { } rate => options with { Rate = rate },
            "--speed" when number is { } speed => options with { Speed = speed },
            "--seed" when count is { } seed => options with { Seed = unchecked((int)seed) },
            "--operations" when count is > 0 => options with { Operations = count },
            "--duration" when number is { } seconds => options with { Duration = TimeSpan.FromSeconds(seconds) },
            "--endpoint" when Uri.TryCreate(value, UriKind.Absolute, out var endpoint) => options with { Endpoint = endpoint },
            "--protocol" when value is "grpc" => options with { Protocol = OtlpExportProtocol.Grpc },
            "--protocol" when value is "http/protobuf" => options with { Protocol = OtlpExportProtocol.HttpProtobuf },
            "--agents" when value is "coding-team" => options with { PlaysCodingTeam = true },
            "--agents" when Roster.Find(value.Split(',')) is { } agents => options with { Agents = agents },
            "--service" when value.Length > 0 => options with { Service = value },
            _ => null,
        };
        options = changed ?? options;
        return changed is not null;
    }
}
