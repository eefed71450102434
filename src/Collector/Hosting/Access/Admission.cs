namespace Tidemark.Collector.Hosting.Access;

/// <summary>The result of authenticating a request.</summary>
internal enum Admission
{
    /// <summary>No key, or an unknown one.</summary>
    Unknown,

    /// <summary>The key is valid but has another role.</summary>
    OtherRole,
    Granted,
}
