namespace Dti.Web.Numbers;

/// <summary>What is asked for, which decides the sign, the fraction and the percent sign.</summary>
public enum NumberKind { Any, Count, Percent }
