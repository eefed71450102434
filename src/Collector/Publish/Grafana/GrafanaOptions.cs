using System.ComponentModel.DataAnnotations;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Section <c>Tidemark:Grafana</c>.</summary>
internal sealed class GrafanaOptions
{
    public const string Section = "Tidemark:Grafana";

    /// <summary>Grafana's root URL, such as <c>http://grafana:3000</c>. Null = nothing is pushed.</summary>
    public string? Url { get; set; }

    /// <summary>Token of a service account (role Viewer is sufficient).</summary>
    public string? Token { get; set; }

    /// <summary>File with the token; read at every push, so that it can be created or rotated later.</summary>
    public string? TokenFile { get; set; }

    /// <summary>User for basic authentication with <see cref="Password"/>. Default <c>admin</c>.</summary>
    [Required]
    public string User { get; set; } = "admin";

    /// <summary>Password for basic authentication, instead of a token.</summary>
    public string? Password { get; set; }

    /// <summary>File with the password; read at every push.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Interval at which the current numbers are pushed. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Minimum time between two pushes of events; events in between are pushed together. Default 50 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:10")]
    public TimeSpan EventSpacing { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Maximum events per push. Default 500.</summary>
    [Range(1, 10_000)]
    public int EventsPerPush { get; set; } = 500;

    /// <summary>Maximum models pushed, the busiest first. Default 50.</summary>
    [Range(1, 1_000)]
    public int Models { get; set; } = 50;

    /// <summary>Timeout of a push. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause after the first failure; doubled after each further one. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan MinBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum pause. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a killed collector keeps others from pushing. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);
}
