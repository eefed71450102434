using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Section <c>Tidemark:Grafana</c>.</summary>
internal sealed class GrafanaOptions
{
    public const string Section = "Tidemark:Grafana";

    /// <summary>Grafana's root address, as <c>http://grafana:3000</c>. Null = nothing is pushed.</summary>
    public string? Url { get; set; }

    /// <summary>A service account's token (role Viewer is enough).</summary>
    public string? Token { get; set; }

    /// <summary>File with the token; read at every push, so that it may be made or changed later.</summary>
    public string? TokenFile { get; set; }

    /// <summary>Whose <see cref="Password"/> it is. Default <c>admin</c>.</summary>
    [Required]
    public string User { get; set; } = "admin";

    /// <summary>Password for basic authentication, in place of a token.</summary>
    public string? Password { get; set; }

    /// <summary>File with the password; read at every push.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>How often the current numbers are pushed. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The least time between two pushes of events; what comes meanwhile goes together. Default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan EventSpacing { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Events in one push at most. Default 500.</summary>
    [Range(1, 10_000)]
    public int EventsPerPush { get; set; } = 500;

    /// <summary>Models that are pushed, the busiest first. Default 50.</summary>
    [Range(1, 1_000)]
    public int Models { get; set; } = 50;

    /// <summary>How long one push may take. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The pause after the first failure; it doubles with each further one. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan MinBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a collector that was killed keeps the others from pushing. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);
}
