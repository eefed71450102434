namespace Tidemark.Collector.Hosting.Access;

/// <summary>Whether a request is let in.</summary>
internal enum Admission
{
    /// <summary>No key, or none that is known.</summary>
    Unknown,

    /// <summary>The key is known, and is for something else.</summary>
    OtherRole,
    Granted,
}
